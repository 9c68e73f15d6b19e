"""One file as text: listing, opening, reading with places, writing whole or not at all. Alone knows PyYAML."""
