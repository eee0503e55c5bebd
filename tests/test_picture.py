"""Pictures in labs: shown once, with the sentence below and for screen readers, and closed."""

from autograder.client.picture import pyplot, show


def test_a_picture_carries_its_sentence(monkeypatch):
    import IPython.display
    import matplotlib

    matplotlib.use("agg")
    shown = []
    monkeypatch.setattr(IPython.display, "display", lambda item, metadata=None: shown.append((item, metadata)))
    plt = pyplot()
    figure, _ = plt.subplots()
    show(figure, "A line rises.")
    assert shown[0] == (figure, {"image/png": {"alt": "A line rises."}})
    assert shown[1][0].data == "*A line rises.*"
    assert not plt.get_fignums()


def test_lines_differ_in_more_than_colour():
    styles = [entry["linestyle"] for entry in pyplot().rcParams["axes.prop_cycle"]]
    assert len(set(styles)) == len(styles) == 3
