"""The steering model: strategies, survey results and ideas, their storage and services; no screens.

"Model" here means the nouns and rules of steering a region. It does not mean a table of the
database (those end in Row and live in `models.storage`), nor something fitted by scikit-learn (that
lives in `models.ideas`).
"""
