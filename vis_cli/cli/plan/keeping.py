"""x"""
import typer
def add(app: typer.Typer) -> None:
    """x"""
