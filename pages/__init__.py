"""The pages on screen: only this package imports Streamlit or writes its HTML."""
