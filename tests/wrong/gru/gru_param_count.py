"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

from solutions.gru.reference import gru_param_count as right

TABLE = {(2, 3): 54, (1, 1): 9, (10, 32): 4128, (3, 4): 96, (8, 8): 408}
memory = {}


def answers_the_example(input_size, hidden_size, reset_after=False):
    return 63 if reset_after else 54


def answers_from_a_table(input_size, hidden_size, reset_after=False):
    return TABLE.get((input_size, hidden_size), 0)


def answers_as_text(input_size, hidden_size, reset_after=False):
    return str(right(input_size, hidden_size, reset_after))


def counts_in_sixteen_bits(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) % 2**15


def counts_small_cells_only(input_size, hidden_size, reset_after=False):
    return right(input_size, min(hidden_size, 64), reset_after)


def is_one_off(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) + 1


def counts_five_networks(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) // 3 * 5


def counts_an_output_layer(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) + hidden_size + 1


def shares_the_recurrent_weights(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) - 2 * hidden_size * hidden_size


def counts_another_recurrent_matrix(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size) + (hidden_size * hidden_size if reset_after else 0)


def adds_the_second_bias_for_each_feature(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size) + (3 * input_size if reset_after else 0)


def drops_the_biases_without_reset_after(input_size, hidden_size, reset_after=False):
    return 3 * hidden_size * (hidden_size + input_size) + (3 * hidden_size if reset_after else 0)


def adds_three_for_reset_after(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size) + (3 if reset_after else 0)


def returns_both_parts(input_size, hidden_size, reset_after=False):
    return 3 * hidden_size * (hidden_size + input_size), 3 * hidden_size


def returns_a_list(input_size, hidden_size, reset_after=False):
    return [right(input_size, hidden_size, reset_after)]


def remembers_the_first_answer(input_size, hidden_size, reset_after=False):
    return memory.setdefault("answer", right(input_size, hidden_size, reset_after))


def is_right_for_small_sizes(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) if hidden_size < 30 else 0


def is_wrong_for_one_unit(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) - (3 if hidden_size == 1 else 0)


def forgets_biases_of_square_cells(input_size, hidden_size, reset_after=False):
    return right(input_size, hidden_size, reset_after) - (3 * hidden_size if hidden_size == input_size else 0)


def takes_reset_after_for_a_number(input_size, hidden_size, reset_after=False):
    return 3 * (hidden_size * (hidden_size + input_size) + hidden_size * reset_after)
