"""How far the services of a project have come: `summaries` computes and keeps it, `overview` is the table of it."""
