"""What a shop has on its shelves."""
