# ---
# about: searches the memory of every process it may open
# base: wrong
# ---
import glob

@LOOK_AT@

for file in glob.glob("/proc/[0-9]*/mem"):
    try:
        maps, memory = open(file.replace("/mem", "/maps")), open(file, "rb", 0)
    except OSError:
        continue
    for line in maps:
        if "rw-p" in line:
            start, end = (int(n, 16) for n in line.split()[0].split("-"))
            try:
                memory.seek(start)
                data = memory.read(min(end - start, 1 << 22))
            except (OSError, ValueError, OverflowError):
                continue
            look_at(file, data)
