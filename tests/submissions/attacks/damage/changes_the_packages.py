# ---
# about: appends wrong code to NumPy, the worker's modules and the standard library, for the next submission
# base: wrong
# ---
import os, sys

for module in list(sys.modules.values()):
    file = getattr(module, "__file__", None)
    for path in (file, os.path.join(os.path.dirname(file), "sitecustomize.py")) if file else ():
        try:
            with open(path, "a") as out:
                out.write("\nraise SystemExit('pwned')\n")
        except OSError:
            continue
        raise RuntimeError("PWNED " + path)
