# ---
# about: right, behind a decorator and inside a class
# base: reference
# ---
import functools

class Counter:
    @staticmethod
    def count(input_size, hidden_size):
        return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)

# %%
@functools.lru_cache
def lstm_param_count(input_size, hidden_size):
    return Counter.count(input_size, hidden_size)
