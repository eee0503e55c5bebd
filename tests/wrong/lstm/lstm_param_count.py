"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

TABLE = {(2, 3): 72, (1, 1): 12, (10, 32): 5504, (3, 4): 128, (8, 8): 544}
memory = {}


def answers_the_example(input_size, hidden_size):
    return 72


def answers_from_a_table(input_size, hidden_size):
    return TABLE.get((input_size, hidden_size), 0)


def answers_as_text(input_size, hidden_size):
    return str(4 * (hidden_size * (hidden_size + input_size) + hidden_size))


def counts_in_eight_bits(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + hidden_size) % 256


def counts_in_sixteen_bits(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + hidden_size) % 2**15


def counts_small_cells_only(input_size, hidden_size):
    return 4 * (min(hidden_size, 64) * (min(hidden_size, 64) + input_size) + min(hidden_size, 64))


def is_one_off(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + hidden_size) + 1


def counts_five_networks(input_size, hidden_size):
    return 5 * (hidden_size * (hidden_size + input_size) + hidden_size)


def counts_an_output_layer(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + hidden_size) + hidden_size + 1


def shares_the_recurrent_weights(input_size, hidden_size):
    return hidden_size * hidden_size + 4 * (hidden_size * input_size + hidden_size)


def returns_both_parts(input_size, hidden_size):
    return 4 * hidden_size * (hidden_size + input_size), 4 * hidden_size


def remembers_the_first_answer(input_size, hidden_size):
    return memory.setdefault("answer", 4 * (hidden_size * (hidden_size + input_size) + hidden_size))


def is_right_for_small_sizes(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + hidden_size) if hidden_size < 30 else 0


def is_wrong_for_one_unit(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + (hidden_size if hidden_size > 1 else 0))


def forgets_biases_of_square_cells(input_size, hidden_size):
    return 4 * (hidden_size * (hidden_size + input_size) + (hidden_size if hidden_size != input_size else 0))
