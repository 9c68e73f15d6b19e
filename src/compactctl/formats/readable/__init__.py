"""One readable document, and a drawer of it for each medium. What a document is about is no concern of this package."""
