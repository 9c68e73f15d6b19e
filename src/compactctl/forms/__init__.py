"""An edition as a Word document to fill in, and back: which boxes it has, how it is drawn, what a returned one says."""
