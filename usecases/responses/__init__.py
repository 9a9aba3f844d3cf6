"""What cannot wait: raised from anywhere, told at once, chased until it is answered."""
