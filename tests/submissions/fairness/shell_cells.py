# ---
# about: right, with cells in bash and waiting for a thread
# base: reference
# ---
%%bash
echo "from bash" > said
python3 -c 'print("from python")' || true

# %%
import asyncio, time

await asyncio.to_thread(time.sleep, 0.01)
assert open("said").read() == "from bash\n"
if not await asyncio.to_thread(bool, 1):
    raise ValueError

# %%
def lstm_param_count(input_size, hidden_size):
    assert open("said").read() == "from bash\n"
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)
