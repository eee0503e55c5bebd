# ---
# about: writes 300 MB and 100,000 files into its folders
# base: wrong
# ---
written = 0
for folder in (".", "/tmp", "/dev/shm", "/var/tmp"):
    try:
        for i in range(300):
            with open(f"{folder}/big-{i}", "wb") as file:
                written += file.write(bytes(1 << 20))
    except OSError:
        pass
if written > 200 << 20:
    raise RuntimeError(f"PWNED {written} bytes")

# %%
!rm -f big-*

# %%
made = 0
try:
    while made < 100_000:
        open(f"small-{made}", "w").close()
        made += 1
except OSError:
    pass
if made == 100_000:
    raise RuntimeError(f"PWNED {made} files")
