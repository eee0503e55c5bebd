# ---
# about: makes links to what is hidden and reads through them
# base: wrong
# ---
import os

for target in ("@SECRET@", "/proc/1/root@SECRET@", "/proc/self/root@SECRET@", "../../../../../../..@SECRET@", "@VICTIM@"):
    for make in (os.symlink, os.link):
        try:
            make(target, "link")
            content = open("link").read()
        except OSError:
            content = None
        if os.path.lexists("link"):
            os.remove("link")
        if content is not None:
            raise RuntimeError("PWNED " + content)
