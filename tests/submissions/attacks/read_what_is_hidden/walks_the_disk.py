# ---
# about: reads every file that it may, and looks for checks, references and secrets
# base: wrong
# ---
import os, sys

@LOOK_AT@

def walk():
    for top in ("/", "@REPOSITORY@", "@OUT@", "/proc/self/cwd/.."):
        for folder, folders, files in os.walk(top):
            known = ("dev", "proc", "sys", "usr", "bin", "lib", "lib64", "packages", os.path.basename(sys.base_prefix))
            folders[:] = [f for f in folders if f not in known]
            for name in files:
                try:
                    look_at(folder + "/" + name, open(os.path.join(folder, name), "rb").read(1_000_000))
                except OSError:
                    pass

walk()
