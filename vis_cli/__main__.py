"""The entry point: the version at once, everything else through the commands; the one place that catches failures."""

import sys


def main() -> None:
    """Run `vis`."""
    if sys.argv[1:] == ["--version"]:
        from vis_cli import __version__

        sys.stdout.write(f"vis {__version__}\n")
        return
    from vis_cli.cli.boundary import run

    run()


if __name__ == "__main__":
    main()
