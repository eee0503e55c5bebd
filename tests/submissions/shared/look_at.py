import re

HIDDEN = re.compile("CANAR[Y]-|solutions[.]lst[m]|autograder[.](check[s]|authorin[g])")


def look_at(place, content):
    """Show what is hidden, if content holds some of it."""
    shown = content.decode(errors="replace") if isinstance(content, bytes) else str(content)
    found = HIDDEN.search(shown)
    if found:
        raise RuntimeError(f"PWNED {place}: {shown[max(0, found.start() - 40) : found.end() + 40]}")
