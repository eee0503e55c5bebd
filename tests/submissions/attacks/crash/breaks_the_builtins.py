# ---
# about: deletes or replaces the builtins that the worker itself uses
# base: wrong
# ---
import builtins, json, os

for name in ("len", "isinstance", "type", "sum", "zip", "dict", "list", "str", "int", "memoryview", "callable"):
    setattr(builtins, name, None)
json.dumps = json.loads = None
os.read = os.write = os.getpid = None
