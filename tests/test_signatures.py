"""Names and arguments that other tools and other teachers' tests rely on: they may not change."""

import inspect

import pytest

from autograder.assignment import load_assignment

SIGNATURES = {
    "activations": "sigmoid(x); tanh(x); relu(x); sigmoid_derivative(x); tanh_derivative(x); relu_derivative(x)",
    "rnn": "rnn_step(x, h_prev, W, b); split_weights(W, hidden_size); rnn_forward(x, h0, W, b); output_layer(h, W_hy, b_y); "
           "bidirectional_rnn(x, h0_forward, h0_backward, forward, backward)",
    "bptt": "mse(y_hat, y); rnn_step_backward(dh, x, h_prev, h, W); rnn_backward(dhs, x, h0, hs, W); "
            "truncated_rnn_backward(dhs, x, h0, hs, W, k); gradient_norms(dhs, hs, W); clip_by_value(grads, limit); "
            "clip_by_global_norm(grads, max_norm); rmsprop_update(w, dw, cache, lr, rho, eps)",
    "lstm": "lstm_step(x, h_prev, c_prev, params); lstm_forward(x, h0, c0, params); lstm_param_count(input_size, hidden_size); "
            "lstm_step_backward(dh, dc, x, h_prev, c_prev, params); lstm_backward(dhs, x, h0, c0, params); lstm_to_keras(params)",
    "gru": "gru_step(x, h_prev, params); gru_forward(x, h0, params); gru_step_backward(dh, x, h_prev, params); "
           "gru_backward(dhs, x, h0, params); gru_param_count(input_size, hidden_size, reset_after=False); gru_to_keras(params)",
    "conv1d": "conv1d(x, kernel, bias, stride=1, padding='valid'); conv1d_backward(dy, x, kernel, stride=1); "
              "max_pool1d(x, size, stride=1); avg_pool1d(x, size, stride=1); max_pool1d_backward(dy, x, size, stride=1)",
    "windowing": "make_windows(data, length); make_supervised(data, length, horizon, target); split_by_time(data, train, val); "
                 "standardize(train, *others); persistence_forecast(X, target); moving_average_forecast(X, target, width); "
                 "fit_markov_chain(states, n_states); window_dataset(data, length, horizon, target, batch_size); "
                 "build_model(kind, length, features, units)",
    "attention": "softmax(x); causal_mask(T); scaled_dot_product_attention(q, k, v, mask=None); positional_encoding(T, D); "
                 "multi_head_attention(x, W_q, W_k, W_v, W_o, heads, mask=None)",
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_exercises_have_the_names_and_arguments_of_the_curriculum(name):
    found = {f"{exercise.name}{inspect.signature(exercise.solution)}" for exercise in load_assignment(name).exercises}
    assert set(SIGNATURES[name].split("; ")) <= found
