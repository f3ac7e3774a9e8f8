"""What a web page shows, and as what."""
