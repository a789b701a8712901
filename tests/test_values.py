"""The two ends of a value's way agree, and what fits no form is malformed and nothing else."""

import collections
import json
import math
import warnings

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graders.engine import values as near
from graders.engine.values import Epoch, Kept, Named, Opaque, Scalar, Tensor
from graders.engine.worker import values as far
from graders.engine.worker.wire import Malformed

INTEGERS = ["uint8", "int8", "int16", "int32", "int64"]
FLOATS = ["float16", "float32", "float64"]
SHAPES = [(), (1,), (0,), (0, 3), (3, 0, 2), (2, 3), (3, 1), (1, 2, 3, 4)]


def out(value):
    """What the grading process gets when a submission returns `value`."""
    blobs: list[bytes] = []
    form = json.loads(json.dumps(far.encode(value, blobs)))
    return near.decode(form, blobs)


def into(value, device: str = "cpu"):
    """What a submission gets when a check passes `value`."""
    blobs: list[bytes] = []
    form = json.loads(json.dumps(near.encode(value, blobs, device)))
    return far.decode(form, blobs)


def some(shape, dtype: str) -> np.ndarray:
    numbers = np.arange(math.prod(shape)).reshape(shape) * 3 - 2
    return np.asarray(numbers % 2 == 0 if dtype == "bool" else numbers).astype(dtype)


# --- from the submission


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("dtype", ["bool", *INTEGERS, *FLOATS])
def test_a_tensor_keeps_its_values_its_shape_and_its_type(dtype, shape):
    expected = some(shape, dtype)
    found = out(torch.from_numpy(expected.copy()))
    assert isinstance(found, Tensor)
    assert (found.shape, found.dtype, found.device) == (shape, dtype, "cpu")
    assert found.array.dtype == expected.dtype
    np.testing.assert_array_equal(found.array, expected)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_bfloat16_tensor_arrives_as_the_same_numbers_in_float32(shape):
    tensor = torch.linspace(-7, 1e30, math.prod(shape)).reshape(shape).bfloat16()
    found = out(tensor)
    assert (found.shape, found.dtype, found.array.dtype) == (shape, "bfloat16", np.float32)
    np.testing.assert_array_equal(found.array, tensor.float().numpy())


def test_not_a_number_infinity_and_minus_zero_arrive_bit_by_bit():
    tensor = torch.tensor([math.nan, math.inf, -math.inf, -0.0])
    assert out(tensor).array.tobytes() == tensor.numpy().tobytes()
    numbers = out([math.nan, math.inf, -math.inf])
    assert math.isnan(numbers[0])
    assert numbers[1:] == [math.inf, -math.inf]


@pytest.mark.parametrize(
    "view",
    [
        torch.arange(6.0).reshape(2, 3).T,
        torch.arange(10.0)[::3],
        torch.tensor([1.0, 2.0]).expand(3, 2),
        torch._neg_view(torch.arange(3.0)),
    ],
    ids=["transposed", "strided", "expanded", "negative"],
)
def test_a_view_arrives_as_what_it_shows(view):
    found = out(view)
    assert found.shape == tuple(view.shape)
    np.testing.assert_array_equal(found.array, view.resolve_neg().numpy())


def test_what_autograd_knows_of_a_tensor_arrives():
    w = torch.tensor([[1.0], [2.0]], requires_grad=True)
    y = (w * w).sum()
    y.backward()
    leaf, result, constant = out([w, y, torch.ones(1)])
    assert (leaf.requires_grad, leaf.leaf) == (True, True)
    assert (leaf.grad.shape, leaf.grad.dtype, leaf.grad.grad) == ((2, 1), "float32", None)
    np.testing.assert_array_equal(leaf.grad.array, [[2.0], [4.0]])
    assert (result.requires_grad, result.leaf, result.grad) == (True, False, None)
    assert (constant.requires_grad, constant.leaf, constant.grad) == (False, True, None)


def test_a_parameter_is_a_tensor():
    found = out(torch.nn.Parameter(torch.ones(2)))
    assert isinstance(found, Tensor)
    assert found.requires_grad


@pytest.mark.parametrize(
    ("tensor", "kind"),
    [
        (torch.ones(2, 1, dtype=torch.complex64), "complex64 tensor"),
        (torch.empty(2, 1, device="meta"), "float32 tensor"),
        (torch.ones(2, 1, dtype=torch.complex128, requires_grad=True), "complex128 tensor"),
    ],
    ids=["complex", "meta", "in a graph"],
)
def test_a_tensor_without_a_form_is_opaque_and_described(tensor, kind):
    found = out(tensor)
    assert found == Opaque(kind, "strided, shape (2, 1)")
    assert near.describe(found) == f"a {kind} (strided, shape (2, 1))"
    assert out([tensor])[0] == found


@pytest.mark.parametrize("size", [2, 2**20])
def test_a_sparse_tensor_is_opaque_and_says_so(size):
    # Made dense, it may be a lot of memory
    sparse = torch.sparse_coo_tensor([[0], [1]], [1.0], (size, size), check_invariants=True)
    assert out(sparse) == Opaque("float32 tensor", f"sparse_coo, shape ({size}, {size})")


def test_a_view_that_shows_more_than_it_holds_is_opaque_where_that_is_too_much():
    view = torch.ones(1).expand(2**20, 2**20)
    assert out(view) == Opaque("float32 tensor", f"strided, shape ({2**20}, {2**20})")


def test_a_sparse_gradient_is_none_that_can_be_compared():
    table = torch.ones(3, 2, requires_grad=True)
    torch.nn.functional.embedding(torch.tensor([1]), table, sparse=True).sum().backward()
    assert table.grad.is_sparse
    found = out(table)
    assert (found.shape, found.grad) == ((3, 2), None)


def test_a_tensor_that_is_too_large_is_opaque_and_not_sent(monkeypatch):
    monkeypatch.setattr(far, "MAX_TENSOR_BYTES", 15)
    blobs: list[bytes] = []
    assert near.decode(far.encode(torch.ones(4), blobs), blobs) == Opaque(
        "float32 tensor", "strided, shape (4,)"
    )
    assert blobs == []
    assert isinstance(out(torch.ones(3)), Tensor)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("dtype", ["bool", *INTEGERS, "uint32", *FLOATS])
def test_a_numpy_array_stays_one(dtype, shape):
    expected = some(shape, dtype)
    found = out(expected)
    assert type(found) is np.ndarray
    assert (found.shape, found.dtype) == (shape, expected.dtype)
    np.testing.assert_array_equal(found, expected)


def test_a_numpy_array_in_fortran_order_arrives_as_what_it_shows():
    array = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    np.testing.assert_array_equal(out(array), array)


def test_a_big_endian_array_arrives_as_the_same_numbers():
    array = np.array([1, 2, 3], dtype=">i4")  # as the MNIST files have them
    np.testing.assert_array_equal(out(array), [1, 2, 3])


def test_a_numpy_scalar_is_told_from_a_number():
    assert out(np.float32(0.5)) == Scalar(0.5, "float32")
    assert out(np.float16(0.5)) == Scalar(0.5, "float16")
    assert out(np.int64(-3)) == Scalar(-3.0, "int64")
    assert out(np.bool_(True)) == Scalar(1.0, "bool")


NUMBERS = st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1)
PLAIN = st.recursive(
    NUMBERS | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.integers() | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
).filter(lambda value: "object" not in str(far.encode(value, [])))  # not too deep, nor too large


@settings(max_examples=60, deadline=None)
@given(PLAIN)
def test_plain_data_comes_out_as_it_is(value):
    found = out(value)
    assert found == value
    assert repr(found) == repr(value)  # 1, 1.0 and True are different answers


@settings(max_examples=60, deadline=None)
@given(PLAIN)
def test_plain_data_goes_in_as_it_is(value):
    assert repr(into(value)) == repr(value)


def test_tensors_in_containers_keep_their_places():
    found = out({"a": [torch.tensor(1.0), (np.array([2]), None)], 3: torch.tensor(4)})
    assert list(found) == ["a", 3]
    assert (found["a"][0].array, found["a"][1][0], found[3].array) == (1.0, [2], 4)
    assert found["a"][1][1] is None


@pytest.mark.parametrize(
    "value",
    [2**63, -(2**63), 10**5000, "x" * (far.MAX_TEXT + 1), b"bytes", range(2), 1j, len],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_plain_data_is_opaque(value):
    found = out(value)
    assert isinstance(found, Opaque)
    assert found.type == type(value).__name__
    assert len(found.text) <= 200


def test_a_container_that_is_too_deep_is_opaque_where_it_gets_too_deep():
    value: list = []
    value.append(value)
    found = out(value)
    for _ in range(far.MAX_DEPTH):
        assert isinstance(found, list)
        (found,) = found
    assert isinstance(found, Opaque)


def test_the_deepest_tensor_of_an_epoch_and_its_gradient_can_be_read():
    leaf = torch.ones(1, requires_grad=True)
    leaf.sum().backward()
    value = leaf
    for _ in range(far.MAX_DEPTH):
        value = [value]
    blobs: list[bytes] = []
    found = near.decode({"t": "epoch", "items": [far.encode(value, blobs)], "ended": True}, blobs)
    (value,) = found.items
    for _ in range(far.MAX_DEPTH):
        (value,) = value
    assert value.grad.array == 1.0


def test_a_container_with_too_many_items_is_opaque(monkeypatch):
    monkeypatch.setattr(far, "MAX_ITEMS", 3)
    assert out([1, 2, 3]) == [1, 2, 3]
    for value in ([0] * 4, (0,) * 4, dict.fromkeys(range(4))):
        assert isinstance(out(value), Opaque)


class Sly:
    """Methods that nobody should call."""

    def _called(self, *_):
        raise AssertionError("a method of the submission was called")

    __iter__ = __len__ = __getitem__ = __eq__ = __float__ = __int__ = _called
    items = keys = __array__ = __index__ = __bool__ = _called
    __hash__ = None


def test_a_float64_of_numpy_is_the_float_that_it_is():
    found = out([np.float64(0.1), np.float64("nan"), np.float64("-inf")])
    assert [type(value) for value in found] == [float] * 3
    assert (found[0], math.isnan(found[1]), found[2]) == (0.1, True, -math.inf)


@pytest.mark.parametrize(
    ("base", "given"),
    [(list, [1, [2.5]]), (tuple, (1, (2.5,))), (float, 2.5), (int, 7), (str, "AC")],
    ids=str,
)
def test_a_subclass_is_what_it_is_and_its_methods_are_not_called(base, given):
    kind = type("Mine", (Sly, base), {"__repr__": lambda self: "mine"})
    found = out([kind(given)])[0]
    assert type(found) is base
    assert found == given


def test_a_subclass_of_array_is_an_array_and_its_methods_are_not_called():
    value = np.array([1.5, -2.0]).view(type("Mine", (Sly, np.ndarray), {}))
    found = out(value)
    assert (type(found), found.dtype, found.tolist()) == (np.ndarray, np.float64, [1.5, -2.0])


@pytest.mark.parametrize(
    "array",
    [
        np.frompyfunc(lambda x: x / 2, 1, 1)(np.array([3.0, -4.0])),
        np.array([1.5, np.float32(-2)], dtype=object),
        np.array([1.5, -2], dtype=np.longdouble),
        np.ma.array([1.5, -2.0], mask=False),
        np.array([1.5, -2], dtype=">f8"),
    ],
    ids=lambda array: f"{type(array).__name__}-{array.dtype}",
)
def test_numbers_in_another_kind_of_array_arrive_as_float64(array):
    found = out(array)
    assert (found.dtype, found.tolist()) == (np.float64, [1.5, -2.0])


@pytest.mark.parametrize(
    "array",
    [
        np.array([1.5, "x"], dtype=object),
        np.array([1.5, True], dtype=object),
        np.array([1.5, [2.0]], dtype=object),
        np.array([1j, 2]),
        np.array(["1.5", "2"]),
        np.ma.array([1.5, -2.0], mask=[False, True]),
    ],
    ids=str,
)
def test_an_array_of_other_things_or_with_masked_numbers_is_opaque(array):
    assert type(out(array)) is Opaque


@pytest.mark.parametrize("base", [dict, object])
def test_another_subclass_is_opaque_and_its_methods_are_not_called(base):
    kind = type("Mine", (Sly, base), {"__repr__": lambda self: "mine"})
    value = kind()
    assert out(value) == Opaque("Mine", "mine")
    assert out([value]) == [Opaque("Mine", "mine")]


def test_a_named_tuple_is_a_tuple():
    batch = collections.namedtuple("Batch", "X y")(torch.ones(2, 1), torch.zeros(2))
    found = out(batch)
    assert type(found) is tuple
    assert [part.shape for part in found] == [(2, 1), (2,)]
    assert out(torch.ones(2, 3).max(dim=1))[1].dtype == "int64"  # torch's own


def test_a_subclass_that_is_too_deep_or_too_long_is_opaque(monkeypatch):
    monkeypatch.setattr(far, "MAX_ITEMS", 3)
    point = collections.namedtuple("Point", "x y z t")(1, 2, 3, 4)
    assert out(point) == Opaque("Point", "Point(x=1, y=2, z=3, t=4)")

    class Mine(list):
        pass

    value = Mine()
    value.append(value)
    found = out(value)
    for _ in range(far.MAX_DEPTH):
        assert type(found) is list
        (found,) = found
    assert found.type == "Mine"


def test_an_object_whose_text_cannot_be_had_has_none():
    class Broken:
        def __repr__(self):
            raise ValueError

    assert out(Broken()) == Opaque("Broken", "")


def test_a_tensor_subclass_cannot_answer_for_its_operations():
    class Liar(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            raise AssertionError("called")

    found = out(torch.ones(2, 1).as_subclass(Liar))
    np.testing.assert_array_equal(found.array, [[1.0], [1.0]])


# --- to the submission


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("dtype", ["bool", *INTEGERS, *FLOATS])
def test_a_submission_gets_a_tensor_as_the_check_has_it(dtype, shape):
    expected = some(shape, dtype)
    found = into(Tensor(expected))
    assert type(found) is torch.Tensor
    assert found.dtype is getattr(torch, dtype)
    assert (tuple(found.shape), found.is_leaf, found.requires_grad) == (shape, True, False)
    np.testing.assert_array_equal(found.numpy(), expected)


def test_a_submission_gets_a_bfloat16_tensor():
    found = into(Tensor(np.array([1.0, -2.5, 3e30], np.float32), "bfloat16"))
    assert found.dtype is torch.bfloat16
    # What a bfloat16 cannot hold is cut off
    assert found[:2].tolist() == [1.0, -2.5]
    assert found[2].item() == pytest.approx(3e30, rel=2**-7)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_bfloat16_tensor_survives_the_way_there_and_back(shape):
    numbers = torch.linspace(-7, 1e30, math.prod(shape)).reshape(shape).bfloat16().float().numpy()
    found = out(into(Tensor(numbers, "bfloat16")))
    assert (found.dtype, found.shape) == ("bfloat16", shape)
    np.testing.assert_array_equal(found.array, numbers)


def test_a_submission_gets_a_leaf_with_its_gradient():
    grad = Tensor(np.array([3.0, 4.0], np.float32))
    found = into([Tensor(np.ones(2, np.float32), requires_grad=True, grad=grad)])[0]
    assert (found.is_leaf, found.requires_grad) == (True, True)
    assert found.grad.tolist() == [3.0, 4.0]
    assert not found.grad.requires_grad


def test_a_submission_gets_tensors_that_own_their_memory():
    array = np.ones(3, np.float32)
    found = into(Tensor(array))
    found.resize_(5).zero_()
    assert array.tolist() == [1, 1, 1]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_submission_gets_an_array_that_it_may_write_to(shape):
    found = into(some(shape, "float64"))
    np.testing.assert_array_equal(found, some(shape, "float64"))
    found += 1


def test_the_memory_order_of_an_array_does_not_matter():
    array = np.arange(6.0).reshape(2, 3).T
    np.testing.assert_array_equal(into(Tensor(array)).numpy(), array)
    np.testing.assert_array_equal(into(array), array)


@pytest.mark.parametrize("value", [object(), {1}, b"x", 1j, np.float32(1)])
def test_a_check_cannot_send_what_is_not_plain_data(value):
    with pytest.raises(TypeError, match="cannot be sent"):
        near.encode(value, [])


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_value_survives_the_way_there_and_back(shape):
    given = Tensor(some(shape, "float32"), requires_grad=True)
    found = out(into(given))
    assert (found.dtype, found.shape, found.requires_grad) == ("float32", shape, True)
    np.testing.assert_array_equal(found.array, given.array)


# --- malformed

GOOD = {
    "t": "tensor",
    "dtype": "float32",
    "shape": [2],
    "device": "cpu",
    "requires_grad": False,
    "leaf": True,
    "grad": None,
    "blob": 0,
}
BLOBS = [bytes(8), bytes(2), b""]


def test_the_form_that_the_malformed_ones_are_made_of_is_good():
    assert near.decode(GOOD, list(BLOBS)).shape == (2,)


@pytest.mark.parametrize(
    "change",
    [
        {"t": "tensors"},
        {"t": ["tensor"]},
        {"dtype": 1},
        {"dtype": "float64"},
        {"shape": None},
        {"shape": "2"},
        {"shape": [3]},
        {"shape": [2.0]},
        {"shape": [True, 2]},
        {"shape": [-1, -2]},
        {"shape": [*([1] * 16), 2]},
        {"shape": [2**33]},
        {"shape": [2**20, 2**20]},
        {"dtype": "mystery", "shape": [2**30]},
        {"blob": 3},
        {"blob": -1},
        {"blob": True},
        {"blob": None},
        {"blob": 1},
        {"blob": 2},
        {"dtype": "bfloat16"},
        {"device": None},
        {"grad": 1},
        {"grad": []},
        {"grad": [GOOD]},
        {"grad": {**GOOD, "shape": [3]}},
    ],
    ids=str,
)
def test_a_tensor_with_a_wrong_field_is_malformed(change):
    with pytest.raises(Malformed):
        near.decode({**GOOD, **change}, list(BLOBS))


@pytest.mark.parametrize("key", list(GOOD))
def test_a_tensor_that_lacks_a_field_is_malformed(key):
    with pytest.raises(Malformed):
        near.decode({k: v for k, v in GOOD.items() if k != key}, list(BLOBS))


def deep(levels: int):
    form: dict = {"t": "list", "v": []}
    for _ in range(levels):
        form = {"t": "list", "v": [form]}
    return form


@pytest.mark.parametrize(
    "form",
    [
        [],
        {},
        {"t": None},
        {"t": "list"},
        {"t": "list", "v": {}},
        {"t": "list", "v": [[]]},
        {"t": "tuple", "v": "ab"},
        {"t": "dict", "v": [1]},
        {"t": "dict", "v": [[1]]},
        {"t": "dict", "v": [[1, 2, 3]]},
        {"t": "dict", "v": [[{"t": "list", "v": []}, 1]]},
        {"t": "array", "dtype": "O", "shape": [1], "blob": 0},
        {"t": "array", "dtype": "V8", "shape": [1], "blob": 0},
        {"t": "array", "dtype": "M8[s]", "shape": [1], "blob": 0},
        {"t": "array", "dtype": "f4", "shape": [2], "blob": 0},
        {"t": "array", "dtype": "f8", "shape": [2], "blob": 0},
        {"t": "array", "dtype": ">f4", "shape": [2], "blob": 0},
        {"t": "array", "dtype": ["float32"], "shape": [2], "blob": 0},
        {"t": "scalar", "dtype": "float32", "v": "x"},
        {"t": "scalar", "dtype": "float32", "v": None},
        {"t": "scalar", "dtype": "float32", "v": 10**400},
        {"t": "scalar", "dtype": None, "v": 1.0},
        {"t": "object", "type": "A"},
        {"t": "object", "type": 1, "text": ""},
        {"t": "epoch", "items": []},
        {"t": "epoch", "items": None, "ended": True},
        {"t": "epoch", "not_iterable": []},
        deep(near.MAX_DEPTH + 1),
        deep(60),
    ],
    ids=lambda form: str(form)[:60],
)
def test_what_is_in_no_known_form_is_malformed(form):
    with pytest.raises(Malformed):
        near.decode(form, list(BLOBS))


@pytest.mark.parametrize("dtype", [",", "(,)f4"])
def test_a_type_that_numpy_cannot_parse_is_malformed(dtype):
    with pytest.raises(Malformed):
        near.decode({"t": "array", "dtype": dtype, "shape": [1], "blob": 0}, list(BLOBS))


@pytest.mark.skipif(np.lib.NumpyVersion(np.__version__) < "2.0.0", reason="warns since NumPy 2")
def test_a_worker_cannot_make_the_grading_process_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(Malformed):
            near.decode({"t": "array", "dtype": "a4", "shape": [1], "blob": 0}, list(BLOBS))


def test_a_blob_belongs_to_one_tensor_alone():
    # Each bfloat16 tensor is a copy: a message of one megabyte could fill the memory otherwise
    half = {**GOOD, "dtype": "bfloat16", "shape": [1], "blob": 1}
    with pytest.raises(Malformed):
        near.decode({"t": "list", "v": [half, half]}, list(BLOBS))
    with pytest.raises(Malformed, match="twice"):
        near.decode({**GOOD, "grad": GOOD}, list(BLOBS))
    blobs = list(BLOBS)
    assert near.decode(GOOD, blobs).shape == (2,)
    with pytest.raises(Malformed, match="twice"):  # nor to two values of one message
        near.decode(GOOD, blobs)
    assert BLOBS[0] == bytes(8)


def test_a_tensor_of_an_unknown_type_takes_no_memory():
    found = near.decode({**GOOD, "dtype": "float8_e5m2", "shape": [2**20]}, list(BLOBS))
    assert found.shape == (2**20,)
    assert found.array.strides == (0,)


def test_an_unknown_type_of_tensor_keeps_its_name_and_shape():
    found = near.decode({**GOOD, "dtype": "float8_e5m2", "shape": [3, 1]}, list(BLOBS))
    assert (found.dtype, found.shape) == ("float8_e5m2", (3, 1))


def test_what_an_iterable_gave_arrives():
    items = [{"t": "list", "v": [GOOD]}, 1]
    found = near.decode({"t": "epoch", "items": items, "ended": False}, list(BLOBS))
    assert isinstance(found, Epoch)
    assert (found.items[0][0].shape, found.items[1], found.ended) == ((2,), 1, False)
    assert near.decode({"t": "epoch", "not_iterable": 3}, []).not_iterable == [3]


FORMS = ["tensor", "array", "list", "tuple", "dict", "scalar", "epoch", "object"]
TYPES = ["bfloat16", "float32", "int64", "bool", "f8", "<i2", "O", "U3", "complex64"]
WORDS = st.sampled_from([*FORMS, *TYPES, "cpu"])
KEYS = ["t", "v", "dtype", "shape", "device", "requires_grad", "leaf", "grad", "blob"]
KEYS += ["items", "ended", "not_iterable", "type", "text"]
LEAVES = st.none() | st.booleans() | st.integers(-3, 9) | st.integers() | st.floats() | WORDS
ANY_JSON = st.recursive(
    LEAVES | st.text(alphabet="abf48(), ", max_size=3).filter(lambda s: "," not in s),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=9)
        | st.fixed_dictionaries({"t": WORDS, "v": st.lists(inner | st.lists(inner), max_size=3)})
        | st.fixed_dictionaries(
            {key: st.just(GOOD[key]) | inner for key in GOOD if key != "t"} | {"t": WORDS}
        )
        | st.fixed_dictionaries(
            {"t": WORDS, "items": inner, "ended": inner, "type": inner, "text": inner}
        )
    ),
    max_leaves=12,
)


@settings(max_examples=120, deadline=None)
@example(GOOD)
@given(ANY_JSON)
def test_whatever_arrives_is_a_value_or_malformed(form):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a test of its own is about that
        try:
            found = near.decode(form, list(BLOBS))
        except Malformed:
            return
    assert near.describe(found)


def test_every_form_has_a_description():
    cases = {
        "None": None,
        "True": True,
        "the number 2": 2,
        "the number 0.5": 0.5,
        "the text 'x'": "x",
        "an empty list": [],
        "a tuple of 2": (1, 2),
        "a dict of 1": {1: 2},
        "a tensor of shape (2, 1)": Tensor(np.zeros((2, 1), np.float32)),
        "a tensor of shape (2,) (float64)": Tensor(np.zeros(2)),
        "a NumPy array of shape (3,)": np.zeros(3),
        "the NumPy number 0.5 (float32)": Scalar(0.5, "float32"),
        "a module (<m>)": Opaque("module", "<m>"),
        "an Iterator": Opaque("Iterator", ""),
    }
    assert {text: near.describe(value) for text, value in cases.items()} == {t: t for t in cases}


# --- sets, arguments with names, things that stay


@pytest.mark.parametrize(
    "value",
    [set(), {1, 2.5, "a", None, False}, frozenset({(1, 2), "b"})],
    ids=["", "set", "frozen"],
)
def test_a_set_comes_out_as_a_frozen_one(value):
    found = out(value)
    assert type(found) is frozenset
    assert found == value
    assert out([value, {"a": value}]) == [value, {"a": value}]


def test_a_subclass_of_set_is_opaque():
    assert out(collections.Counter([1])).type == "Counter"
    assert out(type("Own", (set,), {})()).type == "Own"


def test_a_set_that_is_too_deep_or_too_long_is_opaque(monkeypatch):
    nested = {1}
    for _ in range(far.MAX_DEPTH):
        nested = [nested]
    assert "object" in json.dumps(far.encode(nested, []))
    monkeypatch.setattr(far, "MAX_ITEMS", 2)
    assert out({1, 2}) == {1, 2}
    assert out({1, 2, 3}).type == "set"


def test_what_cannot_be_hashed_is_an_item_of_its_own_form():
    found = out({range(3), 1})
    assert {type(item) for item in found} == {Opaque, int}
    tensors = out({torch.ones(1)})
    assert [type(item) for item in tensors] == [Tensor]


@pytest.mark.parametrize(
    "form",
    [
        {"t": "set"},
        {"t": "set", "v": {}},
        {"t": "set", "v": "ab"},
        {"t": "set", "v": [{"t": "list", "v": []}]},
        {"t": "set", "v": [{"t": "dict", "v": []}]},
        {"t": "set", "v": [{"t": "array", "dtype": "float32", "shape": [2], "blob": 0}]},
    ],
    ids=str,
)
def test_a_set_that_is_none_is_malformed(form):
    with pytest.raises(Malformed):
        near.decode(form, list(BLOBS))


def test_a_set_has_a_description():
    assert near.describe(frozenset({1, 2})) == "a set of 2"
    assert near.describe(frozenset()) == "an empty set"


def test_a_check_sends_no_sets():
    for value in ({1}, frozenset({1})):
        with pytest.raises(TypeError, match="cannot be sent"):
            near.encode(value, [])


@pytest.mark.parametrize("value", [[1, 2.5], (1, "a"), 3, None, {"a": [1]}], ids=str)
def test_a_named_argument_arrives_as_its_value(value):
    assert into(Named(value, "data")) == value
    assert into([Named(value, "data"), 1]) == [value, 1]


def test_a_named_array_arrives_as_an_array():
    found = into(Named(np.arange(3.0), "data"))
    assert isinstance(found, np.ndarray)
    assert found.tolist() == [0, 1, 2]


def test_a_named_tensor_is_made_on_the_device_of_the_check():
    form = near.encode(Named([Tensor(np.ones(2))], "data"), [], "cuda")
    assert form["v"][0]["device"] == "cuda"


def test_a_kept_thing_is_sent_as_its_number_and_found_by_it():
    thing = object()
    forms = near.encode([Kept(3, "net"), (Kept(3, "net"), 1), {"k": Kept(3, "net")}], [])
    assert forms["v"][0] == {"t": "kept", "number": 3}
    first, (second, one), third = far.decode(forms, [], {3: thing})
    assert first is second is third["k"] is thing
    assert one == 1


def test_a_thing_that_is_not_kept_any_more_is_a_key_error():
    for kept in ({}, {1: "another"}):
        with pytest.raises(KeyError):
            far.decode({"t": "kept", "number": 3}, [], kept)
    with pytest.raises(KeyError):
        far.decode({"t": "kept", "number": 3}, [])


def test_a_worker_cannot_send_a_kept_thing():
    with pytest.raises(Malformed):
        near.decode({"t": "kept", "number": 3}, [])
    assert type(out(Kept(3, "net"))) is Opaque


@pytest.mark.parametrize("kind", ["set", "dict"])
def test_a_set_or_a_dictionary_with_many_items_is_malformed(kind):
    # Numbers with one hash would keep the grading process busy for minutes
    items = [n * (2**61 - 1) for n in range(near.MAX_HASHED + 1)]
    form = {"t": kind, "v": items if kind == "set" else [[n, 0] for n in items]}
    with pytest.raises(Malformed, match="too large"):
        near.decode(form, [])
    form["v"] = form["v"][:-1]
    assert len(near.decode(form, [])) == near.MAX_HASHED
