"""What Streamlit runs again for everybody who opens a page or does something on it."""

from procmap.app.shell import main

if __name__ == "__main__":
    main()
