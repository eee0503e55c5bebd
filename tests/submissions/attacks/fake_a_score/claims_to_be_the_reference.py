# ---
# about: copies the reference's name, module and docstring onto wrong code
# base: wrong
# ---
import sys, types

def lstm_param_count(input_size, hidden_size):
    return 11

lstm_param_count.__module__ = "solutions.lstm.reference"
lstm_param_count.__qualname__ = "reference"
lstm_param_count.points = 100
sys.modules["solutions"] = sys.modules["solutions.lstm"] = types.ModuleType("solutions")
sys.modules["solutions.lstm.reference"] = types.ModuleType("reference")
sys.modules["solutions.lstm.reference"].lstm_param_count = lstm_param_count
