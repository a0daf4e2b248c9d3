"""Texts as directions in space, and the groups they form: all that is scikit-learn's own work."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

Vectors = NDArray[np.float64]

# Compared by NMI on labelled public texts: below 50 dimensions the themes blur, above 100 short
# texts drown in noise.
DIMENSIONS = 50
# Fewer ideas than this in a language have no mean worth removing.
ENOUGH_TO_CENTRE = 10
CHARACTER_FEATURES = 30_000
RESTARTS = 10


def _characters(limit: int | None = None) -> TfidfVectorizer:
    """Word pieces of 3 to 5 letters: they find the parts of compounds, which stems do not."""
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, max_features=limit
    )


def directions(
    documents: Sequence[Sequence[str]],
    stems: Sequence[Sequence[str]],
    languages: Sequence[str],
    seed: int,
) -> Vectors:
    """Documents × dimensions, each of length 1: tf-idf of stems and word pieces, then LSA.

    documents: each text's words; stems: the same by stem; languages: each text's language.
    Centred within each language, or the groups would be the languages.
    """
    words = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(stems)
    pieces = _characters(CHARACTER_FEATURES).fit_transform([" ".join(words) for words in documents])
    both = csr_matrix(hstack([words, pieces]))
    size = min(DIMENSIONS, len(documents) - 1, both.shape[1] - 1)
    # Not through TruncatedSVD: its share of explained variance divides by zero on equal texts.
    left, weight, _ = randomized_svd(both, max(size, 1), random_state=seed)
    reduced = normalize(left * weight)
    for language in set(languages):
        mine = np.array([other == language for other in languages])
        if mine.sum() >= ENOUGH_TO_CENTRE:
            reduced[mine] -= reduced[mine].mean(axis=0)
    return np.asarray(normalize(reduced), dtype=np.float64)


def groups(vectors: Vectors, most: int, seed: int) -> tuple[NDArray[np.int_], Vectors]:
    """Each vector's group and its fit there (0..1): k-means on the sphere.

    Never more groups than there are different vectors.
    """
    count = min(most, len(np.unique(vectors.round(6), axis=0)))
    clusters = KMeans(count, n_init=RESTARTS, random_state=seed).fit(vectors)
    centres = normalize(clusters.cluster_centers_)
    fits = np.clip(np.einsum("ij,ij->i", vectors, centres[clusters.labels_]), 0.0, 1.0)
    return np.asarray(clusters.labels_), np.asarray(fits, dtype=np.float64)


def resemblance(texts: Sequence[str], others: Sequence[str]) -> Vectors:
    """Texts × others, 0..1: how many word pieces they share, the telling ones weighing most."""
    pieces = _characters().fit([*texts, *others])
    return np.asarray(
        (pieces.transform(texts) @ pieces.transform(others).T).toarray(), dtype=np.float64
    )
