"""What the commands found, written for a terminal, a page, a spreadsheet or another program. Works nothing out."""
