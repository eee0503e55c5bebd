# ---
# about: right, and writes and reads files beside the notebook
# base: reference
# ---
np.save("weights.npy", np.eye(3))
assert np.load("weights.npy").shape == (3, 3)
open("notes.txt", "w").write("remember the cell")

# %%
%%writefile helper.py
def per_network(D, H):
    return (H + D) * H + H

# %%
import helper

def lstm_param_count(input_size, hidden_size):
    return 4 * helper.per_network(input_size, hidden_size)
