# ---
# about: starts 150 sleeping children
# base: wrong
# ---
import subprocess

children = []
for i in range(150):
    try:
        children.append(subprocess.Popen(["sh", "-c", "sleep 3600", "@MARKER@"]))
    except OSError:
        pass
if len(children) > 100:
    raise RuntimeError(f"PWNED {len(children)} processes")
