"""What may be shown of answers without exposing anybody."""
