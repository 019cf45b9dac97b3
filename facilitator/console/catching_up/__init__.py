"""Catching up with a day that runs late: four ways over the live frame, each with its end before it is chosen."""
