## Questions
home-title = Hello, { $name }
