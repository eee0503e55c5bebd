# ---
# about: prints lone surrogates, NULs and terminal escapes
# base: wrong
# ---
import sys

print("\ud800\udfff\x00\x1b[2J\x1b]0;pwned\x07\r\n\x85\u2028")
sys.stderr.write("\ud800\x00" * 1000)
sys.stdout.buffer.write(bytes(range(256)) * 100) if hasattr(sys.stdout, "buffer") else None
raise ValueError("\ud800\x00\x1b[2J")
