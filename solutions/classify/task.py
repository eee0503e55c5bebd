"""What students of `classify` get, hand in, and are scored on."""

import numpy as np

from autograder.training.task import Form
from datasets import activity, reviews

POINTS = 20
METRIC = "accuracy, mean of both tasks"
BETTER = "higher"


def given() -> dict[str, np.ndarray]:
    """30 subjects, 14 windows of every activity each; 400 templates, 10 reviews of each. Students split them."""
    motion, doing, subject = activity.windows(seed=20, subjects=30, each=14)
    words, lengths, sentiment, template = reviews.reviews(seed=21, count=400, each=10)
    return {
        "motion": motion, "activity": doing, "subject": subject, "activities": np.array(activity.ACTIVITIES),
        "review_words": words, "review_lengths": lengths, "sentiment": sentiment, "template": template,
        "vocabulary": reviews.vocabulary(),
    }


def hidden(seed: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Windows of 12 subjects whom nobody has met, and reviews built as none that was given."""
    motion, doing, _ = activity.windows(seed, subjects=12, each=14)
    words, lengths, sentiment, _ = reviews.reviews(seed, count=200, each=5, hidden=True)
    inputs = {"hidden_motion": motion, "hidden_review_words": words, "hidden_review_lengths": lengths}
    return inputs, {"activity": doing, "sentiment": sentiment}


def forms(inputs: dict[str, np.ndarray]) -> dict[str, Form]:
    """Probabilities: of the six activities for each window, and that a review recommends the film."""
    windows, texts = len(inputs["hidden_motion"]), len(inputs["hidden_review_lengths"])
    return {"activity": Form((windows, len(activity.ACTIVITIES)), low=0, high=1, sums_to_one=True),
            "sentiment": Form((texts,), low=0, high=1)}


def score(predictions: dict[str, np.ndarray], labels: dict[str, np.ndarray], inputs: dict[str, np.ndarray]) -> float:
    """The mean of the two accuracies; a review is recommended from 0.5."""
    moves = predictions["activity"].argmax(axis=1) == labels["activity"]
    texts = (predictions["sentiment"] >= 0.5) == (labels["sentiment"] == 1)
    return float((moves.mean() + texts.mean()) / 2)
