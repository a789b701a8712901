# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: goes_on_where_the_last_call_ended
# Its weight is a global that goes on where the last call ended.
_state = {}


def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    _state.setdefault('w', w)
    for _ in range(epochs):
        _state['w'] = _state['w'] - lr * gradient(xs, ys, _state['w'])
        costs.append(cost(xs, ys, _state['w']))
    return _state['w'], costs
