"""The answer for one subject: who on the lists this could be, and why."""
