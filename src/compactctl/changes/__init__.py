"""What a year changed in the agenda and in the compacts, and what a git revision changes in the documents. Pure."""
