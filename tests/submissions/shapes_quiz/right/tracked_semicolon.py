tracked = "A;E"
