# ---
# about: right, with Greek names, a zero-width space in a comment and non-breaking spaces in a string
# base: reference
# ---
def lstm_param_count(input_size, hidden_size):
    # a zero-width​space, a soft­hyphen and a right-to-left ‮ mark
    α, β = input_size, hidden_size
    print("non breaking")
    return 4 * ((β + α) * β + β)
