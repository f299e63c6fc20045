"""Files of Stet's as programs of Debian's read them: python3 tests/outside/readers.py KIND FILE [MORE]. Prints JSON.

Needs python3-openpyxl, python3-jsonschema, python3-feedparser and python3-docx.
"""

import csv
import json
import sys

kind, path, *more = sys.argv[1:]


def of_csv():
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def of_xlsx():
    import openpyxl

    book = openpyxl.load_workbook(path)
    formulas = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    sheets = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}
    return {"formulas": formulas, "sheets": sheets}


def of_json():
    import jsonschema

    with open(path, encoding="utf-8") as file, open(more[0], encoding="utf-8") as schema:
        checker = jsonschema.Draft202012Validator(json.load(schema))
        return [error.message[:200] for error in checker.iter_errors(json.load(file))]


def of_feed():
    import feedparser

    feed = feedparser.parse(path)
    return {
        "bozo": str(feed.get("bozo_exception", "")),
        "version": feed.version,
        "title": feed.feed.get("title"),
        "entries": [{"id": entry.id, "title": entry.title, "link": entry.get("link"), "at": entry.get("published")} for entry in feed.entries],
    }


def of_docx():
    import docx

    document = docx.Document(path)
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    return {
        "paragraphs": paragraphs,
        "title": document.core_properties.title,
        "tables": [[cell.text for cell in row.cells] for table in document.tables for row in table.rows],
    }


print(json.dumps({"csv": of_csv, "xlsx": of_xlsx, "json": of_json, "feed": of_feed, "docx": of_docx}[kind](), default=str))
