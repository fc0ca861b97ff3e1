from repositories import register, repository

__all__ = ["register", "repository"]
