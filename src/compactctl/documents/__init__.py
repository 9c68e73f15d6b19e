"""One document as a model: statement, annex, compact, config; years, signatures, status. Pydantic lives here."""
