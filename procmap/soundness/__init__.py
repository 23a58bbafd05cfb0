"""Can a process run: is it sound, and if not, on what way does it go wrong?"""

from procmap.soundness.verdict import Verdict, soundness

__all__ = ["Verdict", "soundness"]
