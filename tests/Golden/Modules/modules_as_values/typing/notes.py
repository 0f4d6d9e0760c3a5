"""A folder without __init__.py gives way to the library."""
