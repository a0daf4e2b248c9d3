"""Publishing a wave's results and trying to attack them."""
