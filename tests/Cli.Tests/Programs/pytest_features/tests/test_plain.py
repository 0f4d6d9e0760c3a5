def double(x):
    return x * 2

def test_double():
    assert double(2) == 4
    assert double("a") == "aa"
