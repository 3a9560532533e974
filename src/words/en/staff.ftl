## Staff
