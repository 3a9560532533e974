## Results
