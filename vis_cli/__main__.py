"""The entry point."""


def main() -> None:
    """Run `vis`."""
    from vis_cli.cli.boundary import run

    run()


if __name__ == "__main__":
    main()
