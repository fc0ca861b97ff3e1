"""What anybody would write: PyYAML with libyaml, and jsonschema. `python bench/jsonschema_script.py SCHEMA PLACE ...`.

Run by the peers' Python. Days stay texts, as JSON Schema knows them.
"""

import json
import sys
from pathlib import Path

import yaml  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]


class _Loader(yaml.CSafeLoader):  # type: ignore[misc]
    yaml_implicit_resolvers = {  # noqa: RUF012
        sign: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for sign, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def main() -> None:
    """Validate every file of each place by its schema."""
    wrong = count = 0
    for schema, place in zip(sys.argv[1::2], map(Path, sys.argv[2::2]), strict=True):
        validator = Draft202012Validator(json.loads(Path(schema).read_text(encoding="utf-8")))
        for path in [place] if place.is_file() else sorted(place.rglob("*.yaml")):
            data = yaml.load(path.read_bytes(), _Loader)
            count += 1
            for error in validator.iter_errors(data):
                print(path, error.json_path, error.message[:80])
                wrong += 1
    print(count, "files")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
