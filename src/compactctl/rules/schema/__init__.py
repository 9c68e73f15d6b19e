"""What breaks the schema of a document; found when it is read, for which these are the pages."""
