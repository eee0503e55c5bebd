# ---
# about: looks at the environment, command line and open files of every process
# base: wrong
# ---
import glob, os, sys

@LOOK_AT@

def look():
    look_at("environment", dict(os.environ))
    look_at("arguments", sys.argv)
    for name in ("environ", "cmdline", "maps", "status"):
        for file in glob.glob(f"/proc/[0-9]*/{name}") + [f"/proc/self/{name}"]:
            try:
                content = open(file, "rb").read()
            except OSError:
                continue
            look_at(file, content)
    for link in glob.glob("/proc/[0-9]*/fd/*") + glob.glob("/proc/[0-9]*/cwd"):
        try:
            if os.readlink(link).startswith("@REPOSITORY@"):
                raise RuntimeError(f"PWNED {link}")
        except OSError:
            pass

look()

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    look()
    return 11
