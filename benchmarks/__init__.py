"""Speed and accuracy beside peers and bounds, measured in one run."""
